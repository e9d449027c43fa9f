#include <stdlib.h>
#include "list.h"

static void grow(struct list *l) { l->size++; }

struct list *list_new(void) { return malloc(sizeof(struct list)); }

void list_add(struct list *l, int value) { grow(l); }
