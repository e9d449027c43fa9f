from .units import convert as to_base, Unit
import logging


class Item:
    def __init__(self, name, unit: Unit):
        self.name = name
        self.unit = unit

    def label(self):
        return self.name.upper()


class Stock(list):
    def receive(self, name: str) -> Item:
        item = Item(name, Unit("kg"))
        self.store(item)
        logging.info(item.label())
        return item

    def store(self, item: Item):
        amount = to_base(item.unit)
        self.append(amount)
        item.label()
