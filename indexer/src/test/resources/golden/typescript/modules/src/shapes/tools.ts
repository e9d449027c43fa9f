import { Shape } from '.'

export const largest = (shapes: Shape[]) => shapes.reduce((best, shape) => (shape.area() > best.area() ? shape : best))

export function each(shapes: Shape[], action: (shape: Shape) => void) {
  for (const shape of shapes) {
    action(shape)
  }
}
