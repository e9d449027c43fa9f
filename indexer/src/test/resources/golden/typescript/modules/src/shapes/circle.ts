import type { Canvas } from '../canvas.js'

export interface Shape {
  area(): number
  draw(on: Canvas): void
}

export default class Circle implements Shape {
  constructor(private radius: number) {}

  area() {
    return Math.PI * this.radius ** 2
  }

  draw(on: Canvas) {
    on.stroke(this.area())
  }

  grown(by: number): this {
    this.radius += by
    return this
  }
}
