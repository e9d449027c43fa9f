package bank

class Account(private val owner: Owner) {
    fun deposit(amount: Int): Account {
        check(amount)
        owner.notify(amount)
        return this
    }

    private fun check(amount: Int) = validate(amount)
}

fun validate(amount: Int) = amount > 0
