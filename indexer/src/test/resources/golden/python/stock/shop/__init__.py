from .stock import Stock
