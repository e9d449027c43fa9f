package p;

import java.util.List;
import java.util.Objects;

/** Every kind of declaration. */
public sealed interface Shapes permits Shapes.Circle, Shapes.Square {
    double PI = compute(3);

    static double compute(int digits) {
        return Math.pow(digits, digits);
    }

    double area();

    default String describe() {
        return name() + area();
    }

    private String name() {
        return getClass().getSimpleName();
    }

    record Circle(double radius) implements Shapes {
        Circle {
            check(radius);
        }

        static void check(double value) {}

        @Override
        public double area() {
            return PI * radius() * this.radius;
        }
    }

    record Square(double side, List<String>... tags) implements Shapes {
        Square(double side) {
            this(side, new List[0]);
        }

        public double side() {
            return Objects.requireNonNull(side);
        }

        public double area() {
            return side() * side();
        }
    }

    enum Size {
        SMALL(1),
        LARGE(2) {
            @Override
            int factor() {
                return super.factor() * scale;
            }
        },
        NONE;

        final int scale;

        Size(int scale) {
            this.scale = scale;
        }

        Size() {
            this(0);
        }

        int factor() {
            return values().length + valueOf("SMALL").ordinal();
        }
    }

    @interface Mark {
        String value() default "";
    }

    class Plain {
        static final Object LOCK = new Object();
        private final Plain next = make();

        static {
            register(LOCK);
        }

        {
            helper(1, 2);
        }

        static Plain make() {
            return new Plain();
        }

        @Deprecated
        static void register(Object... all) {}

        <T extends Comparable<T>> T helper(T a, T b) {
            return a.compareTo(b) > 0 ? a : b;
        }
    }
}
