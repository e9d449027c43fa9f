package p;

import java.util.Iterator;
import q.Base;
import q.Base.Inherited;

public class Outer<T> extends Base<T> implements Iterable<T> {
    private T value;

    class Inner {
        T get() {
            touch();
            Outer.this.touch();
            return Outer.super.read(value);
        }
    }

    static class Nested extends Inherited {
        Nested() {
            super("nested");
        }

        void use(Outer<Nested> outer) {
            Outer<Nested>.Inner inner = outer.new Inner();
            inner.get().hidden();
            for (Nested each : outer) {
                each.own();
            }
        }

        void own() {}
    }

    @Override
    public Iterator<T> iterator() {
        return new Iterator<T>() {
            private int left = start();

            private int start() {
                return 1;
            }

            @Override
            public boolean hasNext() {
                return left-- > 0 && check();
            }

            @Override
            public T next() {
                return value;
            }
        };
    }

    private boolean check() {
        class Local {
            void run() {
                touch();
                again(new Local());
            }

            void again(Local other) {
                other.run();
            }
        }
        new Local().run();
        return true;
    }

    void touch() {}
}
