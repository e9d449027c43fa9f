package dev.orrery.models.engine.gguf;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.Pair;
import de.kherud.llama.args.PoolingType;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * The child process: llama.cpp with one model, asked in frames over standard input. Requests are done one after the other; counting and
 * cancelling do not wait for them. Ends when its standard input does.
 */
public final class GgufWorker {
    private static final int BROKEN_INPUT = 2;
    private static final int NOT_LOADED = 3;

    private final OutputStream out;
    private final LlamaModel model;
    private final LlamaRun run;
    private final Set<Integer> cancelled = ConcurrentHashMap.newKeySet();

    private GgufWorker(LlamaModel model, int batch, OutputStream out) {
        this.model = model;
        this.out = out;
        run = new LlamaRun(model, batch);
    }

    /** Takes no arguments; the first frame says what to load. */
    public static void main(String[] arguments) {
        InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        // The binding prints; its words belong beside the frames.
        System.setOut(System.err);
        try {
            GgufWorker worker = load(Frame.readFrom(in), out);
            Frame.of(Frame.Kind.READY, 0, content -> {}).writeTo(out);
            worker.serve(in);
        } catch (RuntimeException | UnsatisfiedLinkError refused) {
            System.err.println(refused.getMessage());
            Runtime.getRuntime().halt(NOT_LOADED);
        } catch (IOException ended) {
            Runtime.getRuntime().halt(ended instanceof EOFException ? 0 : BROKEN_INPUT);
        }
    }

    private static GgufWorker load(Frame frame, OutputStream out) throws IOException {
        DataInputStream content = frame.open();
        String path = Frame.readString(content);
        int context = content.readInt();
        int batch = content.readInt();
        int threads = content.readInt();
        int layers = content.readInt();
        int pooling = content.readInt();
        ModelParameters parameters = new ModelParameters()
                .setModel(path)
                .setCtxSize(context)
                .setBatchSize(batch)
                .setUbatchSize(batch)
                .setThreads(threads)
                .setThreadsBatch(threads)
                .setParallel(1)
                .setGpuLayers(layers)
                .disableContextShift();
        if (pooling > 0) {
            parameters
                    .enableEmbedding()
                    .setPoolingType(
                            switch (pooling) {
                                case 1 -> PoolingType.MEAN;
                                case 2 -> PoolingType.CLS;
                                default -> PoolingType.LAST;
                            });
        } else {
            parameters.enableJinja();
        }
        return new GgufWorker(new LlamaModel(parameters), batch, out);
    }

    private void serve(InputStream in) throws IOException {
        ExecutorService requests = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("requests").daemon(true).factory());
        while (true) {
            Frame frame = Frame.readFrom(in);
            switch (frame.kind()) {
                case CANCEL -> cancelled.add(frame.request());
                case COUNT -> answer(frame);
                default -> requests.execute(() -> answer(frame));
            }
        }
    }

    private void answer(Frame frame) {
        try {
            try {
                switch (frame.kind()) {
                    case GENERATE -> generate(frame);
                    case COUNT -> number(frame, encode(Frame.readString(frame.open())).length);
                    case EMBED -> embed(frame);
                    case TEMPLATE -> template(frame);
                    default -> throw new IOException("unexpected " + frame.kind());
                }
            } catch (RuntimeException failed) {
                Frame.of(Frame.Kind.FAILED, frame.request(), content -> Frame.writeString(content, message(failed)))
                        .writeTo(out);
            }
            cancelled.remove(frame.request());
        } catch (IOException noOneListens) {
            Runtime.getRuntime().halt(BROKEN_INPUT);
        }
    }

    private void generate(Frame frame) throws IOException {
        DataInputStream content = frame.open();
        List<PromptPiece> pieces = PromptPiece.read(content);
        int context = content.readInt();
        int most = content.readInt();
        double temperature = content.readDouble();
        long seed = content.readLong();
        int[] told = pieces.stream().flatMapToInt(this::tokens).toArray();
        int[] prompt = told.length == 0 ? encode("\n") : told;
        int room = Math.min(most, context - prompt.length);
        Frame.of(Frame.Kind.BEGUN, frame.request(), begun -> {
                    begun.writeInt(prompt.length);
                    begun.writeInt(run.reusable(prompt));
                })
                .writeTo(out);
        LlamaRun.Result result = room < 1
                ? new LlamaRun.Result(0, true)
                : run.generate(
                        prompt,
                        room,
                        temperature,
                        seed,
                        piece -> tell(frame.request(), piece),
                        () -> cancelled.contains(frame.request()));
        Frame.of(Frame.Kind.DONE, frame.request(), done -> {
                    done.writeInt(result.made());
                    done.writeBoolean(result.limited());
                })
                .writeTo(out);
    }

    private void tell(int request, String piece) {
        if (piece.isEmpty()) {
            return;
        }
        try {
            Frame.of(Frame.Kind.PIECE, request, content -> Frame.writeString(content, piece))
                    .writeTo(out);
        } catch (IOException noOneListens) {
            Runtime.getRuntime().halt(BROKEN_INPUT);
        }
    }

    private IntStream tokens(PromptPiece piece) {
        return switch (piece) {
            case PromptPiece.Token(int number) -> IntStream.of(number);
            case PromptPiece.Text(String text) -> IntStream.of(encode(text));
        };
    }

    private int[] encode(String text) {
        return text.isEmpty() ? new int[0] : model.encode(text);
    }

    private void number(Frame frame, int number) throws IOException {
        Frame.of(Frame.Kind.NUMBER, frame.request(), content -> content.writeInt(number))
                .writeTo(out);
    }

    private void embed(Frame frame) throws IOException {
        float[] vector = model.embed(Frame.readString(frame.open()));
        Frame.of(Frame.Kind.VECTOR, frame.request(), content -> {
                    content.writeInt(vector.length);
                    for (float each : vector) {
                        content.writeFloat(each);
                    }
                })
                .writeTo(out);
    }

    private void template(Frame frame) throws IOException {
        DataInputStream content = frame.open();
        int turns = content.readInt();
        String system = "";
        List<Pair<String, String>> messages = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            String role = Frame.readString(content);
            String text = Frame.readString(content);
            if (role.equals("system")) {
                system = system.isEmpty() ? text : system + "\n" + text;
            } else {
                messages.add(new Pair<>(role, text));
            }
        }
        String text = model.applyTemplate(new InferenceParameters("").setMessages(system, messages));
        Frame.of(Frame.Kind.TEXT, frame.request(), done -> Frame.writeString(done, text))
                .writeTo(out);
    }

    private static String message(RuntimeException failed) {
        return String.valueOf(failed.getMessage());
    }
}
