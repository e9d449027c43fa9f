class Unit:
    def __init__(self, symbol):
        self.symbol = symbol

    def factor(self):
        return lookup(self.symbol)


def lookup(symbol):
    return len(symbol)


def convert(unit: Unit):
    return unit.factor() * lookup("x")
