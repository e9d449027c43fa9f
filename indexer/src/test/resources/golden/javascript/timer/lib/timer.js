export function start() {
  return stop();
}

export function stop() {}
