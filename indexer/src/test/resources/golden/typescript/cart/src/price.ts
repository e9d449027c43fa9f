import { current } from "./rates";

export class Price {
  constructor(readonly amount: number) {}

  rounded(): number {
    return Math.round(this.amount * current());
  }
}

export const total = (prices: Price[]): number => prices.length;
