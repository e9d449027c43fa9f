#include "shape.hpp"

double measure(const geo::Square& square) {
    return square.scaled(2) + square.side();
}

int main() {
    geo::Square square;
    return static_cast<int>(measure(square));
}
