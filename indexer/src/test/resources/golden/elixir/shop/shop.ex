defmodule Shop.Item do
  @moduledoc "What can be bought."
  defstruct [:name, :price]

  @tax 1.19

  def new(name, price), do: %__MODULE__{name: name, price: price}

  def gross(%__MODULE__{price: price}) do
    round_up(price * @tax)
  end

  defp round_up(value) when is_float(value) do
    Float.round(value, 2)
  end
end

defmodule Shop.Cart do
  alias Shop.Item
  alias Shop.Ledger, as: Book
  import Enum, only: [map: 2]
  use GenServer

  def add(cart, %Item{} = item) do
    Book.record(Item.gross(item))
    [item | cart]
  end

  def total(cart) do
    cart
    |> map(&Item.gross/1)
    |> Enum.sum()
    |> format()
  end

  defp format(value) do
    case value do
      0 -> "free"
      other -> to_string(other)
    end
  end

  defmacro debug(cart) do
    quote do: IO.inspect(unquote(cart))
  end
end
