package dev.orrery.durability;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A program that tries to get out in one way, to prove that this is seen. */
final class Knocking {
    private static final int PORT = 443;
    private static final int MILLIS = 2000;

    private Knocking() {}

    public static void main(String[] arguments) {
        String address = arguments[1];
        try {
            switch (arguments[0]) {
                case "tcp" -> {
                    try (Socket socket = new Socket()) {
                        socket.connect(new InetSocketAddress(InetAddress.getByName(address), PORT), MILLIS);
                    }
                }
                case "udp" -> {
                    try (DatagramSocket socket = new DatagramSocket()) {
                        socket.connect(new InetSocketAddress(InetAddress.getByName(address), PORT));
                    }
                }
                case "name" -> InetAddress.getByName(address);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        } catch (IOException noWay) {
            System.getLogger(Knocking.class.getName()).log(System.Logger.Level.DEBUG, address, noWay);
        }
    }
}
