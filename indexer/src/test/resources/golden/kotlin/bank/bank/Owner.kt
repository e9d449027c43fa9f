package bank

open class Person {
    fun greet() = println("hi")
}

class Owner : Person() {
    fun notify(amount: Int) {
        greet()
        validate(amount)
    }
}

fun main() {
    val account = Account(Owner())
    account.deposit(1).deposit(2)
}
