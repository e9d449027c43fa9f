'use strict'

const paths = require('./paths')
const { trim } = require('./paths')

function Store(root) {
  this.root = paths.join(root, 'store')
  this.log = new Log()
}

Store.prototype.open = function (name) {
  this.log.write(trim(name))
  return this.read(name)
}

Store.prototype.read = function read(name) {
  return paths.join(this.root, name)
}

class Log {
  constructor() {
    this.lines = []
  }

  write(line) {
    this.lines.push(line)
  }
}

module.exports = Store
module.exports.Log = Log
