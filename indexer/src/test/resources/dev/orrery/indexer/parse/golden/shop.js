#!/usr/bin/env node
'use strict';
import fs, { readFile as read, writeFile } from 'node:fs';
import * as path from 'path';
import './side-effect.js';
export { take } from './stock.js';
export * from './util.js';

const util = require('util');
const { inspect, format: fmt } = require('./format');

export const LIMIT = 10;
let counter = 0, last;

export default class Order extends Base {
  static count = 0;
  #id = 1;
  lines = [];

  constructor(id, { strict = false } = {}) {
    super(id);
    this.#id = id;
    this.store = new Store(id);
  }

  get total() {
    return this.lines.map((line) => line.price()).reduce((a, b) => a + b, 0);
  }

  static parse(text) {
    return new Order(Number.parseInt(text, 10));
  }

  async *sell(to, ...rest) {
    const receipt = new Receipt(this);
    await this.store.take(this);
    for (const line of this.lines) {
      yield line.ship(to);
    }
    super.sell(to);
    to?.address?.print();
    this.handler = () => { this.#private(); };
    return receipt.sign(`for ${to.name()}`);
  }

  #private() {}
}

function helper(a, b = make()) {
  function inner(x) {
    return x.y.z();
  }
  return inner(a) || helper.call(null, b);
}

export const arrow = async (x) => helper(x);
const old = function named(x) { return arrow(x); };

Order.prototype.cancel = function (reason) {
  return this.log(reason);
};

exports.open = function open(file) { return read(file); };
module.exports.close = (file) => file.close();
module.exports = { Order, nested: { deep() { return util.inspect(1); } }, plain: function () { go(); } };

const Mixed = class extends mix(Base) { run() { return 1; } };

describe('orders', () => {
  it('sells', () => {
    expect(new Order(1).total).toBe(0);
  });
});

(function () { boot(); })();
tag`x ${y()}`;
import('./lazy.js').then((m) => m.run());
