import { Canvas, theme } from '@/canvas'
import { Circle, Registry, createRegistry, tools } from './shapes'

const registry = new Registry<Circle>()
const { create, keep } = createRegistry()

export async function main(canvas = new Canvas()) {
  registry.add('big', create(3)).add('small', new Circle(1).grown(2))
  registry.get('big')?.grown(4).draw(canvas)
  tools.each([new Circle(1)], (shape) => shape.draw(canvas))
  tools.largest([new Circle(2)]).area()
  theme.paint(canvas)
  keep(5)
  const later = await load()
  later.stroke(1)
}

async function load(): Promise<Canvas> {
  return new Canvas()
}

main()
