@file:JvmName("Shop")

package shop.orders

import kotlin.collections.List
import shop.stock.Store as Stock
import shop.util.*

/** What can be sold. */
interface Sellable<T : Any> {
    val price: Int
    fun sell(to: Customer): T?
}

typealias Handler = (Order) -> Unit

const val LIMIT = 10
private val clock = Clock.system()

enum class State(val code: Int) {
    OPEN(1),
    DONE(2) {
        override fun next(): State = OPEN
    };

    open fun next(): State = DONE

    companion object {
        fun parse(text: String): State = valueOf(text.trim())
    }
}

data class Order(val id: Long, private var lines: MutableList<Line> = mutableListOf()) : Base(id), Sellable<Receipt>, Comparable<Order> {
    constructor(text: String) : this(text.toLong()) {
        log("made")
    }

    init {
        require(id > 0) { "no id ${id.hex()}" }
    }

    var state: State = State.OPEN
        get() = field.also { audit(it) }
        set(value) { field = check(value) }

    private lateinit var stock: Stock

    override fun sell(to: Customer): Receipt? {
        val total = lines.map { it.price }.sum()
        for (line in lines) {
            stock.take(line.item, amount = line.count)
        }
        when (state) {
            State.OPEN -> ship(to)
            else -> return null
        }
        val handler = object : Listener<Order> {
            override fun changed(order: Order) = refresh(order)
        }
        to.address?.street?.let(::print)
        fun local(depth: Int): Int = if (depth == 0) total else local(depth - 1)
        super.sell(to)
        return Receipt(this, local(2))!!
    }

    suspend infix fun merge(vararg others: Order) = others.forEach { other -> add(other as Order) }

    inner class Line(val item: Item, val count: Int) {
        val price: Int by lazy { item.price * count }
    }
}

object Registry : Listener<Order> {
    @JvmStatic
    override fun changed(order: Order) {
        this@Registry.publish(order)
    }
}

fun String.toOrder(): Order = Order(this)

fun <R> withOrder(block: Order.() -> R): R = Order("1").run(block)

class OrderTest {
    @Test
    fun `sells nothing`() {
        assertEquals(0, Order(1).sell(Customer()).total)
    }
}
