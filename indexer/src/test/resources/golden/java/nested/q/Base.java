package q;

public abstract class Base<E> {
    protected E read(E element) {
        seen(element);
        return element;
    }

    protected void seen(Object any) {}

    protected void seen(String text) {}

    public static class Inherited {
        protected Inherited(String name) {
            this(name, 0);
        }

        private Inherited(String name, int depth) {}

        public void hidden() {}
    }
}
