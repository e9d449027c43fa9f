<?php

namespace Shop\Stock;

class Ledger
{
    private array $entries = [];

    public function __construct(private string $title)
    {
    }

    protected function record(float $amount): void
    {
        $this->entries[] = $amount;
        if (count($this->entries) > 10) {
            $this->report();
        }
    }

    public static function sum(float ...$amounts): float
    {
        return array_sum($amounts);
    }

    private function report(): void
    {
        printf('%s', $this->title);
    }
}

function round_up(float $value): float
{
    return ceil($value * 100) / 100;
}
