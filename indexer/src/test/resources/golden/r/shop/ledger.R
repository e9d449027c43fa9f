entries <- c()

record <- function(amount) {
  entries <<- c(entries, amount)
  if (length(entries) > 10) report(entries)
}

report <- function(values) {
  lapply(values, function(value) {
    cat(line(value))
  })
}

line <- \(value) paste0(value, "\n")
