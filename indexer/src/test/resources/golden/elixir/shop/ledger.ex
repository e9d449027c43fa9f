defmodule Shop.Ledger do
  def record(amount) do
    amount
    |> line()
    |> write()
  end

  def demo do
    cart = Shop.Cart.add([], Shop.Item.new("book", 12.5))
    Shop.Cart.total(cart)
  end

  defp line(amount), do: "#{amount}\n"

  defp write(text), do: IO.puts(text)
end
