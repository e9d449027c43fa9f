#include "list.h"

int main(void) {
    struct list *l = list_new();
    list_add(l, 1);
    return 0;
}
