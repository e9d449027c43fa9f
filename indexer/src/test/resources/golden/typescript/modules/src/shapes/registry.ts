import Circle, { type Shape } from './circle'

export class Registry<T extends Shape> {
  private readonly byName = new Map<string, T>()

  add(name: string, shape: T) {
    this.byName.set(name, shape)
    return this
  }

  get(name: string): T | undefined {
    return this.byName.get(name)
  }

  drawAll(canvas: import('../canvas').Canvas) {
    this.byName.forEach((shape) => shape.draw(canvas))
  }
}

export function createRegistry() {
  const made: Circle[] = []
  const create = (radius: number) => new Circle(radius)
  return {
    create,
    keep(radius: number) {
      made.push(create(radius))
    },
  }
}
