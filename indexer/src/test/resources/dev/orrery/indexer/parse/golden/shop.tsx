import React, { useState } from 'react';

interface Props {
  title: string;
  onDone(): void;
}

export function List({ title, onDone }: Props) {
  const [count, setCount] = useState<number>(0);
  return (
    <ul onClick={() => setCount(count + 1)}>
      <Item title={format(title)} />
      {count > 0 && <ui.Badge>{count.toFixed()}</ui.Badge>}
    </ul>
  );
}

const Item = React.memo(({ title }: Props) => <li>{title.trim()}</li>);

export default class Page extends React.Component<Props> {
  render() {
    return <List {...this.props} onDone={this.done.bind(this)} />;
  }

  private done() {}
}
