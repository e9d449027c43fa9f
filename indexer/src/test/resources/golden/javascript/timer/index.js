const { start, stop } = require("./lib/timer");
import Clock from "./lib/clock.js";

function main() {
  const clock = new Clock();
  clock.tick();
  start();
  helper();
}

function helper() {
  stop();
}

main();
