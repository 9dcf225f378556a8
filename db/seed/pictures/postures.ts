type Point = readonly [number, number];

/**
 * Joints of a figure 100 high that looks to the right, feet at 0,0. Arms and head lean with the trunk around
 * the hip. `hip` is lower when the figure sits or crouches.
 */
export type Posture = {
  hip: number;
  lean: number;
  legs: readonly (readonly [Point, Point])[];
  arms: readonly (readonly [Point, Point])[];
};

export const postures = {
  stand: {
    hip: -47,
    lean: 0,
    legs: [
      [
        [-3, -24],
        [-4, 0],
      ],
      [
        [3.5, -24],
        [4, 0],
      ],
    ],
    arms: [
      [
        [-8, -66],
        [-6, -52],
      ],
      [
        [8, -66],
        [9, -51],
      ],
    ],
  },
  walk: {
    hip: -46,
    lean: 3,
    legs: [
      [
        [-3, -24],
        [-15, -3],
      ],
      [
        [7, -25],
        [13, 0],
      ],
    ],
    arms: [
      [
        [7, -66],
        [14, -55],
      ],
      [
        [-8, -66],
        [-11, -52],
      ],
    ],
  },
  run: {
    hip: -46,
    lean: 11,
    legs: [
      [
        [-1, -25],
        [-24, -20],
      ],
      [
        [14, -30],
        [13, -4],
      ],
    ],
    arms: [
      [
        [11, -66],
        [20, -74],
      ],
      [
        [-14, -68],
        [-9, -56],
      ],
    ],
  },
  stride: {
    hip: -46,
    lean: 9,
    legs: [
      [
        [15, -31],
        [6, -12],
      ],
      [
        [-5, -24],
        [-17, 0],
      ],
    ],
    arms: [
      [
        [-13, -68],
        [-7, -56],
      ],
      [
        [10, -66],
        [20, -73],
      ],
    ],
  },
  reach: {
    hip: -47,
    lean: 7,
    legs: [
      [
        [-3, -24],
        [-7, 0],
      ],
      [
        [5, -24],
        [6, 0],
      ],
    ],
    arms: [
      [
        [10, -70],
        [22, -66],
      ],
      [
        [9, -66],
        [23, -62],
      ],
    ],
  },
  bend: {
    hip: -45,
    lean: 48,
    legs: [
      [
        [-1, -23],
        [-7, 0],
      ],
      [
        [4, -23],
        [4, 0],
      ],
    ],
    arms: [
      [
        [14, -70],
        [29, -70],
      ],
      [
        [13, -64],
        [29, -64],
      ],
    ],
  },
  sit: {
    hip: -28,
    lean: 4,
    legs: [
      [
        [18, -29],
        [17, 0],
      ],
      [
        [20, -27],
        [22, 0],
      ],
    ],
    arms: [
      [
        [9, -50],
        [22, -50],
      ],
      [
        [8, -47],
        [21, -45],
      ],
    ],
  },
  wave: {
    hip: -47,
    lean: 0,
    legs: [
      [
        [-3, -24],
        [-4, 0],
      ],
      [
        [3.5, -24],
        [5, 0],
      ],
    ],
    arms: [
      [
        [-8, -66],
        [-7, -52],
      ],
      [
        [15, -84],
        [17, -101],
      ],
    ],
  },
} satisfies Record<string, Posture>;

export type PostureName = keyof typeof postures;
