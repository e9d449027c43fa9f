package p;

import missing.Thing;

class Broken extends Thing {
    void unfinished() {
        helper(
    }

    void helper() {
        inherited();
        Thing.make().call();
        undefined.go();
        new Thing(1) {
            void inside() { helper(); }
        };
    }

    int x = helper(;
}
