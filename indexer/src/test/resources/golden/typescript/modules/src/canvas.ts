export class Canvas {
  lines = 0

  stroke(length: number) {
    this.lines += length
  }
}

export const theme = {
  width: 2,
  paint(canvas: Canvas) {
    canvas.stroke(this.width)
  },
}
