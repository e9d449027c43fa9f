using System;
using System.Collections.Generic;
using static System.Math;
using Stock = Shop.Stock.Store;

[assembly: Info("x")]

namespace Shop.Orders
{
    public interface ISellable<T> : INamed where T : class
    {
        int Price { get; }
        T Sell(Customer to, params Item[] more);
    }

    public enum State : byte { Open = 1, Done }

    public delegate void Handler(object sender, Order order);

    public record Receipt(Order Order, int Total) : Base(Total);

    public struct Line
    {
        public int Count, Price;
        public readonly int Sum() => Count * Price;
    }

    [Serializable]
    public abstract partial class Order : Base<int>, ISellable<Receipt>
    {
        private const int Limit = 10;
        private readonly Stock store = new Stock("x");
        public event Handler Changed;
        public static int Counter { get; private set; } = Next();

        public Order(int id) : base(id)
        {
            Id = id;
            this.store.Lock();
        }

        ~Order() { Release(); }

        public int Id { get; }

        public int Total
        {
            get { return Sum(lines); }
            set => Check(value);
        }

        public Line this[int index] => lines[index].Copy();

        public static Order operator +(Order a, Order b) => a.Merge(b);

        public virtual Receipt Sell(Customer to, params Item[] more)
        {
            var receipt = new Receipt(this, 1);
            List<Line> found = lines.Where(line => line.Ready()).ToList();
            foreach (var line in found) { line.Ship(to); }
            to?.Address?.Print();
            store.Take<int>(to, amount: 2);
            Changed?.Invoke(this, this);
            base.Sell(to);
            if (to is Vip vip) { vip.Greet(nameof(to)); }
            int Local(int depth) => depth == 0 ? Max(1, 2) : Local(depth - 1);
            using var file = File.Open($"a{Describe(to)}");
            Handler h = delegate (object s, Order o) { o.Log(); };
            Target t = new(3);
            throw new InvalidOperationException("x".Trim());
        }

        protected internal async Task<int> SellAsync<T>(T item) where T : IItem
        {
            await item.ShipAsync().ConfigureAwait(false);
            return Local2();
        }

        private class Nested { }
    }

    public static class Extensions
    {
        public static Order Parse(this string text) => new Order(int.Parse(text));
    }

    public class OrderTests
    {
        [Fact]
        public void Sells() { Assert.Equal(0, new Order(1).Total); }
    }
}
