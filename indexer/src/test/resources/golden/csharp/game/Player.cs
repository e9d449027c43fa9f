namespace Game
{
    public class Player : Actor
    {
        private readonly Weapon weapon = new Weapon();

        public Player(string name) : base(name) { }

        public override void Act()
        {
            Move();
            weapon.Fire(this);
        }
    }
}
