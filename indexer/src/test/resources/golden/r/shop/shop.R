source("ledger.R")
library(stats)

TAX <- 1.19

gross <- function(price, tax = TAX) {
  round_up(price * tax)
}

round_up = function(value) ceiling(value * 100) / 100

new_cart <- function(name) {
  cart <- list(name = name, items = list())
  class(cart) <- "cart"
  cart
}

add <- function(cart, item) {
  record(gross(item$price))
  cart$items <- c(cart$items, list(item))
  invisible(cart)
}

total.cart <- function(x, ...) {
  sums <- sapply(x$items, function(item) gross(item$price))
  sum(sums)
}

total <- function(x, ...) UseMethod("total")

demo <- function() {
  cart <- new_cart("demo")
  cart <- add(cart, list(price = 12.5))
  if (total(cart) > 0) {
    print(ledger::report(cart))
  }
}

demo()
