class Ledger {
  final entries = <double>[];

  void record(double amount) {
    entries.add(amount);
    if (entries.length > 10) {
      report();
    }
  }

  void report() {
    print(line(entries.length));
  }
}

String line(int count) => '$count entries';
