import type { Customer } from './customer';
import { Store, type Item as Thing } from './store';
import legacy = require('./legacy');

export interface Sellable<T extends object = {}> extends Base, Named {
  readonly price: number;
  sell(to: Customer, ...more: Thing[]): Promise<T>;
  new (id: string): Sellable;
  (key: string): number;
}

export type Handler<E> = (event: E) => void;
type Id = string | number;

export enum State {
  Open = 1,
  Done = State.Open + next(),
}

declare function external(name: string): Id;
declare module 'plugin' {
  export function register(id: Id): void;
}

export namespace util.text {
  export const trim = (text: string): string => text.trim();
}

abstract class Base<T> {
  protected abstract ship(to: Customer): void;
}

@Component({ selector: make() })
export class Order<T> extends Base<T> implements Sellable<T>, Named {
  private static count: number = 0;
  public state?: State;
  private readonly store: Store<Thing[]>;

  constructor(private readonly id: Id, public name: string, limit = 3) {
    super();
    this.store = new Store<Thing[]>(id as string);
  }

  get total(): number {
    return this.store.total();
  }

  sell(to: Customer): Promise<T>;
  sell(to: Customer, times?: number): Promise<T> {
    const receipt: Receipt = this.store.take(to)!;
    const other = <Receipt>receipt;
    other.sign(this.name satisfies string);
    return receipt.done((result: T) => result);
  }

  protected override ship = (to: Customer): void => {
    to.visit(this);
  };
}

export function load<T>(path: string, parse: (text: string) => T): T[] {
  return legacy.read(path).map(parse);
}

export default function (this: Order<unknown>) {
  return load<Id>('x', (text) => text.trim());
}

let external2: Order<string>[] = [];
external2[0].sell(null!);
