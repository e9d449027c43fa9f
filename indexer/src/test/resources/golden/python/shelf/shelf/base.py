class Item:
    def __init__(self, title):
        self.title = title

    def key(self):
        return self.title.lower()

    def describe(self):
        return self.key()
