struct list { int size; };
struct list *list_new(void);
void list_add(struct list *l, int value);
