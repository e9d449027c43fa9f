require_relative 'ledger'
require 'json'

module Shop
  TAX = 0.19

  class Item
    attr_reader :name, :price

    def initialize(name, price)
      @name = name
      @price = price
    end

    def gross
      (price * (1 + TAX)).round(2)
    end

    def to_s
      "#{name}: #{gross}"
    end
  end

  class Cart < Ledger
    include Enumerable

    def self.load(path)
      cart = new
      JSON.parse(File.read(path)).each { |row| cart.add(Item.new(row['name'], row['price'])) }
      cart
    end

    def initialize
      super('cart')
      @items = []
    end

    def add(item)
      record(item.gross)
      @items << item
      self
    end

    def each(&block)
      @items.each(&block)
    end

    def total
      sum = 0
      @items.each do |item|
        sum += item.gross
      end
      sum
    end

    private

    def check!(item)
      raise ArgumentError, 'free' unless item.price.positive?
    end
  end
end
