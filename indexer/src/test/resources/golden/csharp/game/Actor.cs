namespace Game
{
    public abstract class Actor
    {
        protected Actor(string name) { }

        public abstract void Act();

        protected void Move() { }
    }

    public class Weapon
    {
        public void Fire(Actor by) { by.Act(); }

        public static Player Spawn()
        {
            return new Player("x");
        }
    }
}
