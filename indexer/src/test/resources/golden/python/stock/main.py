import shop.units as units
from shop import Stock


def run():
    stock = Stock()
    stock.receive("tea").label()
    units.lookup("g")
    unknown().receive("x")


run()
