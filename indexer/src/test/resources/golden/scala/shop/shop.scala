package shop.core

import scala.collection.mutable
import shop.stock.{Ledger, Entry => Line}

trait Priced {
  def gross: Double
  def describe(): String = format(gross)

  protected def format(value: Double): String = f"$value%.2f"
}

case class Item(name: String, price: Double) extends Priced {
  override def gross: Double = Tax.applyTo(price)
}

object Tax {
  val rate = 1.19

  def applyTo(value: Double): Double = round(value * rate)

  private def round(value: Double) = math.rint(value * 100) / 100
}

class Cart(title: String) extends Ledger(title) with Iterable[Item] {
  private val items = mutable.ListBuffer[Item]()

  def add(item: Item): Cart = {
    record(item.gross)
    items += item
    this
  }

  def total(): Double = items.map(_.gross).sum

  def iterator: Iterator[Item] = items.iterator
}

object Demo extends App {
  val cart = new Cart("demo")
  cart.add(Item("book", 12.5)).add(new Item("bag", 0))
  for (item <- cart) println(item.describe())
  println(cart.total())
}
