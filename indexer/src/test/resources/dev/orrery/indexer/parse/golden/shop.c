#include <stdio.h>
#include "stock/store.h"

#define LIMIT 10
#define MAX(a, b) ((a) > (b) ? (a) : (b))

typedef unsigned long id_t;
typedef struct order order_t;
typedef int (*handler_fn)(struct order *, int);

enum state { OPEN, DONE = LIMIT + 1 };

struct line {
    int count, *prices;
    char name[16];
};

struct order {
    id_t id;
    struct line lines[LIMIT];
    handler_fn on_sold;
    struct { int x; } inner;
    union { int i; float f; } value;
};

typedef struct {
    double x, y;
} point;

extern int errors;
static struct order *current = NULL, spare;

int take(struct store *store, const char *name, ...);
static inline int sum(const struct line lines[], size_t count);

static inline int sum(const struct line lines[], size_t count)
{
    int total = 0;
    for (size_t i = 0; i < count; i++)
        total += price(&lines[i]);
    return total;
}

struct order *order_new(id_t id)
{
    struct order *order = malloc(sizeof(*order));
    if (!order)
        return NULL;
    order->on_sold(order, MAX(1, compute(2)));
    order->lines[0].count = sum(order->lines, LIMIT);
    (*handlers[3])(order);
    return order;
}

#ifdef DEBUG
void dump(void) { printf("%d\n", errors); }
#else
void dump(void) { fprintf(stderr, "x"); }
#endif

int (*pick(int which))(struct order *, int)
{
    return which ? first : second;
}

EXPORT_SYMBOL(dump);
