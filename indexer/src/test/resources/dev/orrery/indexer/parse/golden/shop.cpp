#include <vector>
#include "stock/store.hpp"

using namespace std;
using stock::Store;
using Ids = std::vector<int>;
namespace st = stock::detail;

#define LIMIT 10

namespace shop::orders {

class Customer;

enum class State : int { Open, Done };

template <typename T, int N = 3>
class Sellable : public virtual Base, private detail::Mixin<T> {
public:
    Sellable() = default;
    explicit Sellable(const T &value, int count = 1) : Base(count), value_(make(value)) {}
    virtual ~Sellable();
    virtual int sell(const Customer &to) = 0;
    static Sellable *parse(const std::string &text) { return new Sellable<T>(text.size()); }
    bool operator==(const Sellable &other) const { return equals(other); }
    operator bool() const;
    template <class U> U as() const { return static_cast<U>(value_.get()); }
    friend void swap(Sellable &a, Sellable &b);

protected:
    T value_;
    std::vector<int> lines_{}, *more_ = nullptr;
    static constexpr int kMax = 3;

private:
    struct Line final {
        int count;
        int price() const { return count * this->unit(); }
        int unit() const;
    };
};

template <typename T, int N>
Sellable<T, N>::~Sellable() { release(); }

int Order::sell(const Customer &to) {
    auto receipt = std::make_unique<Receipt>(to);
    receipt->sign([this, &to](Key key) { return key.use(id_); });
    for (const auto &line : lines_) {
        line.ship();
    }
    Store store("x");
    store.take(to, 1);
    st::restock<int>(store);
    Base::sell(to);
    (*this).log();
    if (auto found = find(1); found != nullptr) found->visit();
    try { throw Error(42); } catch (const std::exception &e) { print(e.what()); }
    return Order::count() + ::global(1);
}

namespace {
int hidden(int x) { return x; }
}

}  // namespace shop::orders

struct Point { double x, y; Point operator+(const Point &o) const; };

typedef struct { int a; } Plain;
int shop::orders::total = 0;
extern "C" int c_function(int a);
concept auto_like = true;

template <> int pick<int>(int a) { return hidden(a); }

auto trailing(int a) -> std::vector<int> { return {a}; }

TEST(OrderTest, Sells) { EXPECT_EQ(1, Order().sell(Customer())); }

int main(int argc, char **argv) { return shop::orders::run(argc); }
