package shop.stock

class Ledger(title: String) {
  def record(amount: Double): Unit = {
    val entry = Entry(amount)
    entry.show()
    if (amount > 10) report()
  }

  private def report(): Unit = println(title)
}

case class Entry(amount: Double) {
  def show(): Unit = println(amount)
}
