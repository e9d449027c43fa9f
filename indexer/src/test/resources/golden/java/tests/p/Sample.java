package p;

class Sample {
    int answer() {
        return 42;
    }
}
