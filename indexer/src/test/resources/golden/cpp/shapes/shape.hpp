#pragma once

namespace geo {
class Shape {
public:
    explicit Shape(int sides);
    virtual double area() const;
    double scaled(double by) const { return area() * by; }
};

class Square : public Shape {
public:
    Square() : Shape(4) {}
    double area() const override { return side() * side(); }
    double side() const { return 1; }
};
}
