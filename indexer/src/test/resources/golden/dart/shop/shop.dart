import 'dart:convert';
import 'ledger.dart' as book;

const tax = 1.19;

abstract class Priced {
  double gross();
  String describe() => format(gross());
}

class Item extends Priced {
  final String name;
  final double price;

  Item(this.name, this.price);

  Item.free(String name) : this(name, 0);

  @override
  double gross() {
    return roundUp(price * tax);
  }
}

class Cart extends book.Ledger with Listing implements Comparable<Cart> {
  final List<Item> items = [];

  Cart add(Item item) {
    record(item.gross());
    items.add(item);
    return this;
  }

  double total() {
    var sum = 0.0;
    for (final item in items) {
      sum += item.gross();
    }
    return sum;
  }
}

mixin Listing {
  void list() => print(jsonEncode(total()));
  double total();
}

enum Size { small, large }

double roundUp(double value) => (value * 100).ceil() / 100;

String format(double value) {
  return value.toStringAsFixed(2);
}

void main() {
  final cart = Cart();
  cart.add(Item('book', 12.5)).add(Item.free('bag'));
  print(format(cart.total()));
}
