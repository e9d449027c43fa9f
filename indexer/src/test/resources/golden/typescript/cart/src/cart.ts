import { Price, total } from "./price";
import * as rates from "./rates";
import express from "express";

export class Cart {
  private prices: Price[] = [];

  constructor(private readonly owner: Owner) {}

  add(price: Price): Cart {
    this.prices.push(price);
    price.rounded();
    return this;
  }

  sum(): number {
    return total(this.prices) * rates.current();
  }

  greet() {
    return this.owner.hello();
  }
}

export class Owner {
  hello() {
    return express().listen(1);
  }
}

export function open(): Cart {
  const cart = new Cart(new Owner());
  cart.add(new Price(1)).sum();
  return cart;
}
