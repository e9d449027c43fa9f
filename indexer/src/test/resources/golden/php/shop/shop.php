<?php

declare(strict_types=1);

namespace Shop;

use Shop\Stock\Ledger;
use function Shop\Stock\round_up;

interface Priced
{
    public function gross(): float;
}

trait Named
{
    protected string $name = '';

    public function name(): string
    {
        return trim($this->name);
    }
}

final class Item implements Priced
{
    use Named;

    public function __construct(string $name, private float $price)
    {
        $this->name = $name;
    }

    public function gross(): float
    {
        return round_up($this->price * Tax::RATE);
    }

    public static function free(string $name): self
    {
        return new self($name, 0.0);
    }
}

abstract class Tax
{
    public const RATE = 1.19;
}

class Cart extends Ledger
{
    /** @var Item[] */
    private array $items = [];

    public function add(Item $item): static
    {
        $this->record($item->gross());
        $this->items[] = $item;
        return $this;
    }

    public function total(): float
    {
        $prices = array_map(fn (Item $item) => $item->gross(), $this->items);
        return parent::sum(...$prices);
    }
}

function demo(): void
{
    $cart = new Cart('demo');
    $cart->add(Item::free('bag'))->add(new Item('book', 12.5));
    echo $cart->total();
}

demo();
