class Ledger
  def initialize(name)
    @name = name
    @entries = []
  end

  def record(amount)
    @entries.push(amount)
    report if @entries.size > 10
  end

  def report
    puts format_line(@name)
  end

  def format_line(text) = text.upcase
end

def open_ledger(name)
  ledger = Ledger.new(name)
  ledger.record(1)
  ledger
end
