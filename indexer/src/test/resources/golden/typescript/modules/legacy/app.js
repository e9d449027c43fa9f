const Store = require('./store')

const store = new Store('/tmp')
store.open('a').trim()
new Store.Log().write('b')
