export { default as Circle } from './circle'
export * from './circle'
export * as tools from './tools'
export * from './registry'
