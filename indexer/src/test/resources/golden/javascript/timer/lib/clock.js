import { start } from "./timer";

export default class Clock {
  tick() {
    this.tock();
    start();
  }

  tock() {}
}
