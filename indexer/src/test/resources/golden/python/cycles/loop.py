class Node:
    def __init__(self, parent=None):
        self.parent = parent or self.child or self.parent
        self.child = self.parent or self.child or first or second

    def up(self):
        return self.parent.up() or self.child.parent.child.up()

    def find(self):
        return self.find() or self.up().find().child.parent.find()


first = second or first
second = first or second
first.up().parent.child.up()
first.nowhere().up()
