import Foundation

protocol Priced {
    var gross: Double { get }
    func describe() -> String
}

struct Item: Priced, Hashable {
    let name: String
    private let price: Double

    init(name: String, price: Double) {
        self.name = name
        self.price = price
    }

    var gross: Double {
        return round(price * Tax.rate)
    }

    func describe() -> String {
        "\(name): \(format(gross))"
    }
}

enum Tax {
    case normal, reduced
    static let rate = 1.19

    func apply(to value: Double) -> Double {
        switch self {
        case .normal: return value * Tax.rate
        case .reduced: return value
        }
    }
}

class Ledger {
    func record(_ amount: Double) {
        print(format(amount))
    }
}

final class Cart: Ledger {
    private var items: [Item] = []

    func add(_ item: Item) -> Cart {
        record(item.gross)
        items.append(item)
        return self
    }

    func total() -> Double {
        items.map { $0.gross }.reduce(0, +)
    }
}

extension Cart {
    func list() {
        for item in items {
            print(item.describe())
        }
    }
}

func format(_ value: Double) -> String {
    String(value)
}

func demo() {
    let cart = Cart()
    cart.add(Item(name: "book", price: 12.5)).list()
    let tax = Tax.normal
    _ = tax.apply(to: cart.total())
}
